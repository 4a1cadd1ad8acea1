import { type InputHTMLAttributes, useId } from 'react'

type Props = InputHTMLAttributes<HTMLInputElement> & { label: string; fault: string | undefined }

/** A line of the sign-in, and what is wrong with it. */
export function SignInField({ label, fault, ...input }: Props) {
  const id = useId()
  return (
    <div className="sign-in-field">
      <label htmlFor={id}>{label}</label>
      <input id={id} aria-invalid={fault !== undefined} aria-describedby={`${id}-fault`} {...input} />
      <small id={`${id}-fault`}>{fault}</small>
    </div>
  )
}
