import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Drawer, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { type NewUser, roles, type User } from '../../api/people/contract.ts'
import { api } from '../resources/resources.ts'
import { useSentence } from '../ui/Failure.tsx'
import { FormActions } from '../ui/FormActions.tsx'
import { PasswordField } from './PasswordField.tsx'

type Values = Omit<NewUser, 'password'> & { password?: string }

/** Makes a user, or changes one. The password is shown here and never again, so that it can be handed over. */
export function UserDrawer({ user, close }: { user: User | undefined; close: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const sentence = useSentence()
  const [form] = Form.useForm<Values>()
  const role = Form.useWatch('role', form) ?? user?.role
  const departments = useQuery({ queryKey: ['departments'], queryFn: api.departments })
  const saving = useMutation({
    mutationFn: ({ email, password, departments = [], ...rest }: Values) => {
      const change = { ...rest, departments: rest.role === 'resource-owner' ? departments : [] }
      return user
        ? api.changeUser(user.id, { ...change, ...(password && { password }) })
        : api.createUser({ ...change, email, password: password ?? '' })
    },
    onSuccess: async (_answer, { name }) => {
      void message.success(t(user ? 'people.changed' : 'people.made', { name }))
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['users'] }),
        queries.invalidateQueries({ queryKey: ['me'] }),
      ])
      close()
    },
  })
  return (
    <Drawer open onClose={close} size="min(460px, 100vw)" title={user ? t('people.change') : t('people.add')}>
      <Form<Values>
        form={form}
        name="user"
        layout="vertical"
        requiredMark={false}
        initialValues={user ?? { role: 'rep', departments: [] }}
        onFinish={(values) => saving.mutate(values)}
      >
        <Form.Item
          name="name"
          label={t('words.name')}
          rules={[{ required: true, whitespace: true, message: t('people.nameMissing') }]}
        >
          <Input autoFocus maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="email"
          label={t('people.email')}
          {...(user && { extra: t('people.emailStays') })}
          rules={[{ required: true, type: 'email', message: t('people.emailMissing') }]}
        >
          <Input disabled={user !== undefined} autoComplete="off" />
        </Form.Item>
        <Form.Item name="role" label={t('people.role')} {...(role && { extra: t(`people.may.${role}`) })}>
          <Select options={roles.map((value) => ({ value, label: t(`words.role.${value}`) }))} />
        </Form.Item>
        {role === 'resource-owner' && (
          <Form.Item
            name="departments"
            label={t('people.departments')}
            extra={t(departments.data?.items.length === 0 ? 'people.noDepartments' : 'people.departmentsHint')}
            rules={[{ required: true, message: t('people.departmentsMissing') }]}
          >
            <Select
              mode="multiple"
              options={(departments.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              showSearch={{ optionFilterProp: 'label' }}
            />
          </Form.Item>
        )}
        <PasswordField isNew={user === undefined} />
        {saving.error && <Alert type="error" showIcon title={sentence(saving.error)} style={{ marginBottom: 12 }} />}
        <FormActions submit={user ? t('words.save') : t('people.make')} busy={saving.isPending} cancel={close} />
      </Form>
    </Drawer>
  )
}
