import { useQuery } from "@tanstack/react-query";
import { inWords } from "../../lib/durations";
import { Meter } from "../../ui/Meter";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Empty, Row, Rows, RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { StateWord } from "../../ui/StateWord";
import { Time } from "../../ui/Time";
import { type Budget, budgetsQuery, type Connection } from "./api";

/** From so much on, what is left is worth a look. */
const SCARCE = 0.8;

/** How often the platform lets this account be used, and how much of that is left until when. */
export function BudgetsSection({ one }: { one: Connection }) {
  const budgets = useQuery(budgetsQuery(one.id));
  const windows = budgets.data?.windows;
  return (
    <Section
      title="What the platform lets it do"
      intro="Counted for the account, whoever uses it. What would pass a limit waits, and is not sent."
      flush
    >
      <ProblemAlert error={budgets.error} onRetry={() => void budgets.refetch()} />
      {budgets.isPending && <RowsLoading rows={2} />}
      {windows?.length === 0 && (
        <Empty title="Nothing is counted">
          The platform publishes no limits, or counts for itself as the laboratory does. When it asks not to be called
          before some time, runs wait for that all the same.
        </Empty>
      )}
      {windows && windows.length > 0 && (
        <Rows label="Budgets">
          {windows.map((window) => (
            <BudgetRow key={`${window.title} ${window.length}`} window={window} />
          ))}
        </Rows>
      )}
    </Section>
  );
}

function BudgetRow({ window: { title, limit, length, used, clear_at, paused_until, waiting } }: { window: Budget }) {
  const left = Math.max(0, limit - used);
  const share = limit > 0 ? used / limit : 1;
  const words = `${left.toLocaleString()} of ${limit.toLocaleString()} left`;
  const color = paused_until || left === 0 ? "red" : share >= SCARCE ? "yellow" : "brand";
  return (
    <Row
      title={
        <>
          {title}
          {paused_until && <StateWord color="red" word="paused by the platform" />}
          {waiting > 0 && <StateWord color="yellow" word={waiting === 1 ? "1 run waits" : `${waiting} runs wait`} />}
        </>
      }
      under={`${words} in any ${inWords(length)}`}
      side={
        paused_until ? (
          <span>
            until <Time at={paused_until} />
          </span>
        ) : (
          clear_at && (
            <span>
              all of it again <Time at={clear_at} />
            </span>
          )
        )
      }
      below={<Meter label={title} percent={share * 100} text={words} color={color} />}
    />
  );
}
