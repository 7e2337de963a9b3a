import { createTheme, type DrawerProps, Menu, type ModalProps, Notification } from "@mantine/core";
import classes from "./theme.module.css";

const shade = (n: number) => `var(--mantine-color-brand-${n})`;

const dialogClasses = {
  content: classes.dialog ?? "",
  header: classes.dialogHead ?? "",
  title: classes.dialogTitle ?? "",
};
const dialog = {
  lockScroll: false, // it writes a style element, which the content security policy forbids
  closeButtonProps: { "aria-label": "Close" },
  attributes: { header: { role: "none" } }, // it is no second banner of the page
};

export const theme = createTheme({
  primaryColor: "brand",
  // values are in theme.css
  colors: {
    brand: [shade(0), shade(1), shade(2), shade(3), shade(4), shade(5), shade(6), shade(7), shade(8), shade(9)],
  },
  components: {
    // without the components themselves: a first load shows none
    Modal: { defaultProps: { ...dialog, centered: true } satisfies Partial<ModalProps>, classNames: dialogClasses },
    Drawer: { defaultProps: dialog satisfies Partial<DrawerProps>, classNames: dialogClasses },
    Menu: Menu.extend({
      defaultProps: {
        shadow: "md",
        position: "bottom-end",
        withinPortal: false, // it belongs to the landmark of its button
        withInitialFocusPlaceholder: false, // a menu's children are its items
      },
    }),
    Notification: Notification.extend({
      defaultProps: { closeButtonProps: { "aria-label": "Dismiss" } },
      classNames: { description: classes.notificationText ?? "" },
    }),
  },
});
