import classes from "./IncidentNews.module.css";
import { Time } from "./Time";

type Told = { state: string; message: string; at: string };

/** What was told of an incident, the latest first. */
export function IncidentNews({ updates }: { updates: Told[] }) {
  return (
    <ol className={classes.news} aria-label="What was told" reversed>
      {[...updates].reverse().map((one) => (
        <li key={one.at + one.state}>
          <strong>{one.state}</strong> · <Time at={one.at} />
          <br />
          {one.message}
        </li>
      ))}
    </ol>
  );
}
