import classes from "./Mark.module.css";

/** Our sign and name. */
export function Mark() {
  return (
    <span className={classes.mark}>
      <img src="/mark.svg" alt="" width="28" height="28" />
      Ganglion
    </span>
  );
}
