import { Segmented, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { mailTimes, type NoticeChoice, type NoticeChoices, type NoticeTopic, noticeTopics } from '#engine'

type Props = {
  choices: NoticeChoices
  mailIsSetUp: boolean
  choose: (topic: NoticeTopic, choice: NoticeChoice) => void
}

/** Kinds of notifications by the ways they can come. */
export function ChoiceMatrix({ choices, mailIsSetUp, choose }: Props) {
  const { t } = useTranslation()
  return (
    <table className="dense choice-matrix">
      <thead>
        <tr>
          <th>{t('notifications.kind')}</th>
          <th>{t('notifications.app')}</th>
          <th>{t('notifications.mail')}</th>
        </tr>
      </thead>
      <tbody>
        {noticeTopics.map((topic) => {
          const choice = choices[topic]
          const name = t(`notifications.topic.${topic}`)
          return (
            <tr key={topic}>
              <td>
                <strong>{name}</strong>
                <small className="quiet">{t(`notifications.topicHint.${topic}`)}</small>
              </td>
              <td data-name={t('notifications.app')}>
                <Switch
                  aria-label={t('notifications.appOf', { topic: name })}
                  checked={choice.app}
                  onChange={(app) => choose(topic, { ...choice, app })}
                />
              </td>
              <td data-name={t('notifications.mail')}>
                <Segmented<NoticeChoice['mail']>
                  aria-label={t('notifications.mailOf', { topic: name })}
                  disabled={!mailIsSetUp}
                  value={choice.mail}
                  options={mailTimes.map((value) => ({ value, label: t(`notifications.mailTime.${value}`) }))}
                  onChange={(mail) => choose(topic, { ...choice, mail })}
                />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
