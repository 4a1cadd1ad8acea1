import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Checkbox, Drawer, Form, Input, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DealRow } from '../../api/deals/contract.ts'
import { type NewReview as Begun, mostDeals } from '../../api/reviews/contract.ts'
import { DealFilters } from '../deals/DealFilters.tsx'
import type { DealsPlace } from '../deals/deals-place.ts'
import { StepFailure } from '../deals/StepForm.tsx'
import { api } from '../resources/resources.ts'
import { useMe } from '../session/use-me.ts'
import { chosenAfter, isChosen } from '../ui/chosen.ts'
import { Nothing } from '../ui/Nothing.tsx'
import { Pages } from '../ui/Pages.tsx'
import { useAttempt } from '../ui/use-attempt.ts'
import '../deals/deals.css'
import './reviews.css'

const pageSize = 50

/** Picks the deals to go through: those that are ticked, or all that the filters find; then goes to the review. */
export function NewReview({ close }: { close: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { data: me } = useMe()
  const [place, setPlace] = useState<DealsPlace>({ page: 1 })
  const [chosen, setChosen] = useState<DealRow[]>([])
  const attempt = useAttempt()
  const { page, search, segment, stage, owner } = place
  const filter = {
    ...(search && { search }),
    ...(segment && { segment }),
    ...(stage && { stage }),
    ...(owner && { owner }),
  }
  const deals = useQuery({
    queryKey: ['deals', 'to-review', filter, page],
    queryFn: () => api.deals({ ...filter, status: 'open', page, pageSize }),
    placeholderData: keepPreviousData,
  })
  const begin = useMutation({
    mutationFn: (body: Begun) => api.createReview(body, attempt.keyFor(body)),
    onSuccess: async ({ review: { id } }) => {
      attempt.done()
      void queries.invalidateQueries({ queryKey: ['reviews'] })
      await navigate({ to: '/reviews/$reviewId', params: { reviewId: id } })
    },
  })
  const total = deals.data?.total ?? 0
  const tooMany = chosen.length === 0 && total > mostDeals
  const count = chosen.length || total
  const of: Begun['of'] = chosen.length > 0 ? { deals: chosen.map(({ id }) => id) } : { all: filter }
  return (
    <Drawer open onClose={close} size="min(860px, 100vw)" title={t('reviews.new')}>
      <Form<{ name: string }>
        layout="vertical"
        requiredMark={false}
        onFinish={({ name }) => begin.mutate({ name, of })}
        className="new-review"
      >
        <Form.Item
          name="name"
          label={t('reviews.name')}
          rules={[{ required: true, whitespace: true, message: t('reviews.nameMissing') }]}
        >
          <Input maxLength={200} placeholder={t('reviews.nameHint')} />
        </Form.Item>
        <StepFailure error={begin.error} />
        <div className="new-review-begin">
          <Button
            type="primary"
            size="middle"
            htmlType="submit"
            loading={begin.isPending}
            disabled={count === 0 || tooMany}
          >
            {t(chosen.length > 0 ? 'reviews.pickChosen' : 'reviews.pickAll', { count })}
          </Button>
          {tooMany && <span className="quiet">{t('reviews.tooMany')}</span>}
        </div>
      </Form>
      <h2 className="new-review-pick">{t('reviews.pick')}</h2>
      <DealFilters
        openOnly
        place={place}
        go={(next) => setPlace({ page: 1, ...next })}
        showOwner={me !== undefined && me.role !== 'rep'}
      />
      <StepFailure error={deals.error} />
      {!deals.data && !deals.error && <Skeleton active paragraph={{ rows: 6 }} />}
      {deals.data && (
        <div className="panel">
          {total === 0 ? (
            <Nothing title={t('reviews.noneFound')} />
          ) : (
            <Pickable deals={deals.data.items} chosen={chosen} choose={setChosen} />
          )}
        </div>
      )}
      <Pages page={page} size={pageSize} total={total} show={(next) => setPlace({ ...place, page: next })} />
    </Drawer>
  )
}

type Props = { deals: DealRow[]; chosen: DealRow[]; choose: (chosen: DealRow[]) => void }

const idOf = ({ id }: DealRow): string => id

function Pickable({ deals, chosen, choose }: Props) {
  const { t } = useTranslation()
  const here = deals.filter((deal) => isChosen(chosen, deal, idOf))
  const tick = (ticked: readonly DealRow[], isTicked: boolean) =>
    choose(chosenAfter(chosen, deals, ticked, isTicked, idOf))
  return (
    <table className="dense pickable">
      <thead>
        <tr>
          <th>
            <Checkbox
              aria-label={t('reviews.pickPage')}
              checked={here.length === deals.length}
              indeterminate={here.length > 0 && here.length < deals.length}
              onChange={({ target }) => tick(deals, target.checked)}
            />
          </th>
          <th>{t('words.account')}</th>
          <th>{t('words.deal')}</th>
          <th>{t('deals.standsAt')}</th>
          <th>{t('words.owner')}</th>
        </tr>
      </thead>
      <tbody>
        {deals.map((deal) => (
          <tr key={deal.id}>
            <td className="choice">
              <Checkbox
                aria-label={t('reviews.pickOne', { deal: deal.name })}
                checked={here.includes(deal)}
                onChange={({ target }) => tick([deal], target.checked)}
              />
            </td>
            <td data-name={t('words.account')}>{deal.account ?? <span className="quiet">—</span>}</td>
            <td>
              <strong>{deal.name}</strong>
            </td>
            <td data-name={t('deals.standsAt')}>
              {deal.openStages.map(({ id, name }) => (
                <span key={id} className="stage-mark">
                  {name}
                </span>
              ))}
            </td>
            <td data-name={t('words.owner')}>{deal.owner.name}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
