import { ROLE_MEANING, ROLES } from "../../lib/session";
import { Section } from "../../ui/Section";
import classes from "./RoleMeanings.module.css";

export function RoleMeanings() {
  return (
    <Section title="Roles">
      <dl className={classes.roles}>
        {ROLES.map((role) => (
          <div key={role} className={classes.role}>
            <dt>{role}</dt>
            <dd>{ROLE_MEANING[role]}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
