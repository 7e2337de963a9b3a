import { Progress } from "@mantine/core";

type Props = { label: string; percent: number; text: string; color?: string };

/** How full something is; `text` says so in words. */
export function Meter({ label, percent, text, color = "brand" }: Props) {
  const value = Math.round(Math.min(100, Math.max(0, percent)));
  return (
    <Progress.Root mt="sm">
      <Progress.Section
        value={value}
        color={color}
        withAria={false}
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={value}
        aria-valuetext={text}
      />
    </Progress.Root>
  );
}
