import { Skeleton, Stack } from "@mantine/core";

/** While a page is on its way. */
export function Loading() {
  return (
    <Stack gap="md" p="md" role="status" aria-label="Loading">
      <Skeleton height={32} width="40%" />
      <Skeleton height={120} radius="md" />
      <Skeleton height={200} radius="md" />
    </Stack>
  );
}
