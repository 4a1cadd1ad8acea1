import { useTranslation } from 'react-i18next'
import type { KeyAccount } from '../../api/key-accounts/contract.ts'
import { Ago } from '../ui/Ago.tsx'
import { Tone } from '../ui/Tone.tsx'

type Props = { accounts: KeyAccount[]; shown: string; show: (account: string) => void }

/** Key accounts, one a line: how many deals run, how many are stuck, when somebody spoke with them last and goes there next. */
export function AccountList({ accounts, shown, show }: Props) {
  const { t } = useTranslation()
  return (
    <ul className="panel account-choices" aria-label={t('keyAccounts.title')}>
      {accounts.map(({ account, deals, stuck, lastAt, visitAt }) => (
        <li key={account.id}>
          <button
            type="button"
            className="choice-button"
            aria-pressed={account.id === shown}
            onClick={() => show(account.id)}
          >
            <strong>{account.name}</strong>
            <span className="account-marks">
              <span className="quiet">{t('keyAccounts.deals', { count: deals })}</span>
              {stuck > 0 && <Tone tone="bad">{t('keyAccounts.stuck', { count: stuck })}</Tone>}
            </span>
            <small className="quiet">
              {lastAt ? (
                <>
                  {t('keyAccounts.lastContact')} <Ago at={lastAt} />
                </>
              ) : (
                t('keyAccounts.noContact')
              )}
              {visitAt && (
                <>
                  {' · '}
                  {t('keyAccounts.nextVisit')} <Ago at={visitAt} />
                </>
              )}
            </small>
          </button>
        </li>
      ))}
    </ul>
  )
}
