import { createLink } from '@tanstack/react-router'
import { Button } from 'antd'

/** A button that leads to another page: a link to the browser, with all that a link can do. */
export const LinkButton = createLink(Button)
