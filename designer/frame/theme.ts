import type { ThemeConfig } from 'antd'

/** Colours come twice: here for antd, and as custom properties in styles.css for what we draw ourselves. */
export function themeOf(dark: boolean): ThemeConfig {
  // A form that somebody may only read is read nevertheless, so its fields are not as pale as a button that does nothing.
  const readable = { colorTextDisabled: dark ? '#a3b1b3' : '#566468' }
  return {
    token: {
      colorPrimary: dark ? '#4fa3a5' : '#2c6e71',
      colorInfo: dark ? '#4fa3a5' : '#2c6e71',
      colorSuccess: '#3f8f5f',
      colorWarning: '#b7791f',
      colorError: dark ? '#f0857b' : '#b8433a',
      colorSuccessBg: dark ? '#1c3527' : '#e1f1e7',
      colorWarningBg: dark ? '#3a2e17' : '#fbf0dc',
      colorErrorBg: dark ? '#40211f' : '#fae7e5',
      colorInfoBg: dark ? '#1f3a3b' : '#e0efee',
      colorBgLayout: dark ? '#14191b' : '#f4f6f5',
      colorBgContainer: dark ? '#1c2325' : '#ffffff',
      colorBgElevated: dark ? '#232b2e' : '#ffffff',
      colorTextBase: dark ? '#e4eae9' : '#1c2a2e',
      colorTextDescription: dark ? '#93a3a5' : '#66757a',
      colorTextPlaceholder: dark ? '#93a3a5' : '#5f6e73',
      colorLink: dark ? '#63b5b6' : '#2c6e71',
      // What antd derives is paler than AA allows on white.
      colorLinkHover: dark ? '#8ccfd0' : '#1f5355',
      colorLinkActive: dark ? '#8ccfd0' : '#1f5355',
      colorBorder: dark ? '#3a4649' : '#d3dbd9',
      colorBorderSecondary: dark ? '#2a3335' : '#e5eae8',
      borderRadius: 6,
      fontSize: 14,
      // The least that a finger finds, by WCAG 2.2.
      controlHeightSM: 24,
      fontFamily: 'var(--sans)',
    },
    components: {
      Button: { primaryColor: dark ? '#0b1516' : '#ffffff', dangerColor: dark ? '#180c0b' : '#ffffff' },
      Card: { headerFontSize: 14 },
      Form: { itemMarginBottom: 12 },
      Input: readable,
      InputNumber: readable,
      DatePicker: readable,
      Select: { ...readable, multipleItemColorDisabled: readable.colorTextDisabled },
    },
  }
}
