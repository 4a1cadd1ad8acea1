import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Supposed } from '#engine'
import type { Batch } from '../../api/batches/contract.ts'
import { newId } from '../api-client.ts'
import { api } from '../resources/resources.ts'

/** Makes what was supposed of a department true, in its order. Answers with the batches that give requests on. */
export function useCarryOut(department: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (supposed: readonly Supposed[]) => {
      const batches: Batch[] = []
      for (const one of supposed) {
        const batch = await carryOut(department, one)
        if (batch) batches.push(batch)
      }
      return batches
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['support-load'] }),
        queries.invalidateQueries({ queryKey: ['availability', department] }),
      ]),
  })
}

async function carryOut(department: string, change: Supposed): Promise<Batch | undefined> {
  switch (change.kind) {
    case 'shift': {
      const { from, to, requests } = change
      return api.shiftRequests(department, { from, to, requests }, newId())
    }
    case 'capacity':
      await api.changeAvailability(department, { capacities: { [change.person]: change.capacity } })
      return undefined
    case 'absence':
      await api.recordAbsence({ userId: change.person, from: change.from, until: change.until })
      return undefined
    case 'closed': {
      const { calendar } = await api.availability(department)
      if (!calendar) return undefined
      const closedOn = [...new Set([...calendar.closedOn, ...change.dates])].toSorted()
      await api.changeAvailability(department, { calendar: { ...calendar, closedOn } })
    }
  }
  return undefined
}
