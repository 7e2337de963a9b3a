import { createTheme, Drawer, Menu, Modal } from "@mantine/core";

const shade = (n: number) => `var(--mantine-color-brand-${n})`;

export const theme = createTheme({
  primaryColor: "brand",
  // values are in theme.css
  colors: {
    brand: [shade(0), shade(1), shade(2), shade(3), shade(4), shade(5), shade(6), shade(7), shade(8), shade(9)],
  },
  components: {
    // the scroll lock writes a style element, which the content security policy forbids
    Modal: Modal.extend({
      defaultProps: { lockScroll: false, centered: true, closeButtonProps: { "aria-label": "Close" } },
    }),
    Drawer: Drawer.extend({ defaultProps: { lockScroll: false, closeButtonProps: { "aria-label": "Close" } } }),
    Menu: Menu.extend({ defaultProps: { shadow: "md", position: "bottom-end" } }),
  },
});
