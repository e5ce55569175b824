import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  parseThemeColor,
  type VariantColorsResolver,
} from '@mantine/core';

const systemChinese =
  '-apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';

/** A dialog's header is a `header` element, which would make it a second banner of the page. */
const dialogProps = {
  closeButtonProps: { 'aria-label': '关闭' },
  attributes: { header: { role: 'none' } },
};

/** A subtle button keeps the shade it is given: the lighter one that is the default falls below AA. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  const { color, shade } = parseThemeColor({
    color: input.color ?? input.theme.primaryColor,
    theme: input.theme,
  });
  if (input.variant !== 'subtle' || shade === undefined) return colors;
  return { ...colors, color: `var(--mantine-color-${color}-${shade})` };
};

/** What is wrong is said in a red that keeps AA at the size of an input's text. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: { '--mantine-color-error': 'var(--mantine-color-red-9)' },
  dark: {},
});

/** The one look of the app: 14 px, compact, one accent. */
export const theme = createTheme({
  fontFamily: systemChinese,
  headings: { fontFamily: systemChinese },
  respectReducedMotion: true,
  variantColorResolver,
  primaryColor: 'indigo',
  primaryShade: 8,
  defaultRadius: 'sm',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '18px' },
  components: {
    // Legible under the pointer too: the default active colours fall below AA there.
    NavLink: {
      vars: () => ({
        root: {
          '--nl-color': 'var(--mantine-color-indigo-9)',
          '--nl-hover': 'var(--mantine-color-indigo-1)',
        },
        children: {},
      }),
    },
    Table: { defaultProps: { verticalSpacing: 5, fz: 'md' } },
    Button: { defaultProps: { size: 'sm' } },
    // The list stays in sight beside its drawer.
    Drawer: { defaultProps: { ...dialogProps, overlayProps: { backgroundOpacity: 0.12 } } },
    Modal: { defaultProps: dialogProps },
    Notification: {
      defaultProps: { closeButtonProps: { 'aria-label': '关闭通知' } },
      styles: { description: { color: 'var(--mantine-color-gray-8)' } },
    },
    PasswordInput: { defaultProps: { visibilityToggleButtonProps: { 'aria-label': '显示密码' } } },
    InputWrapper: { styles: { description: { color: 'var(--mantine-color-gray-7)' } } },
    Checkbox: { styles: { description: { color: 'var(--mantine-color-gray-7)' } } },
    Switch: { styles: { description: { color: 'var(--mantine-color-gray-7)' } } },
    Text: { styles: { root: { '--mantine-color-dimmed': 'var(--mantine-color-gray-7)' } } },
  },
});
