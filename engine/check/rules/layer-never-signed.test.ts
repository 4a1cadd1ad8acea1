import { aDrawing, ask } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const chair = { id: 'chair', name: 'Chair', kind: 'decider' as const, layer: 'board' }
const member = { ...chair, id: 'member', name: 'Member' }
const board = (kind: 'all' | 'any') => ({
  layers: [{ id: 'board', name: 'Board', rule: { kind } }],
  roles: [chair, member],
})
const approval = { commitments: [{ id: 'approve', name: 'Approves', role: 'chair' }] }
const signed = { entry: ask('layer.board', 'equal') }

verifyCheck('layer-never-signed', {
  isContentWith: {
    'a layer in which one who signs is enough': aDrawing({ need: approval, signed, chain: board('any') }),
    'a layer that no condition asks for': aDrawing({ need: approval, chain: board('all') }),
  },
  complainsAbout: {
    'a layer in which a role gives no commitment': {
      in: aDrawing({ need: approval, signed, chain: board('all') }),
      at: [{ kind: 'layer', id: 'board', values: { layer: 'Board', roles: 'Member' } }],
    },
    'a layer in which no role gives one': {
      in: aDrawing({ signed, chain: board('any') }),
      at: [{ kind: 'layer', id: 'board', values: { roles: 'Chair, Member' } }],
    },
    'a layer beside which a department gives none': {
      in: aDrawing({
        need: approval,
        signed,
        chain: {
          ...board('any'),
          specialists: [{ id: 'finance', name: 'Finance', layer: 'board' }],
          roles: [chair, { id: 'controller', name: 'Controller', kind: 'gatekeeper', specialist: 'finance' }],
        },
      }),
      at: [{ kind: 'layer', id: 'board', values: { roles: 'Controller' } }],
    },
  },
})
