import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, RouterProvider } from "@tanstack/react-router";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { makeQueryClient } from "../app/queryClient";
import { makeRouter } from "../app/router";
import { theme } from "../ui/theme";

type Hands = ReturnType<typeof userEvent.setup>;

/** Fills a field in one go, as from a clipboard. */
export async function fill(hands: Hands, field: HTMLElement, text: string): Promise<void> {
  await hands.clear(field);
  await hands.click(field);
  await hands.paste(text);
}

/** Opens the dashboard at a path; answers hands to work it with, and the router. */
export function show(path: string) {
  const router = makeRouter(createMemoryHistory({ initialEntries: [path] }));
  const client = makeQueryClient();
  client.setDefaultOptions({ queries: { retry: false } });
  render(
    <MantineProvider theme={theme} env="test">
      <Notifications />
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { hands: userEvent.setup(), router };
}
