import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { theme } from "../ui/theme";
import { makeQueryClient } from "./queryClient";
import { makeRouter } from "./router";

const colorSchemes = localStorageColorSchemeManager({ key: "ganglion.color-scheme" });
const queryClient = makeQueryClient();
const router = makeRouter();

export function App() {
  return (
    // the variables are in theme.css
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={colorSchemes}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <Notifications position="bottom-right" />
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
