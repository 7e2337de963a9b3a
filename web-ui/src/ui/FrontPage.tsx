import { Title } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import { ColorSchemeSwitch } from "./ColorSchemeSwitch";
import classes from "./FrontPage.module.css";
import { Mark } from "./Mark";

type Props = { title: string; intro?: ReactNode; aside?: ReactNode; children: ReactNode };

/** A page outside of any tenant: one card in the middle, as the sign-in pages have. */
export function FrontPage({ title, intro, aside, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Ganglion`;
  }, [title]);
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <a href="/" className={classes.home}>
          <Mark />
        </a>
        <div className={classes.tools}>
          {aside}
          <ColorSchemeSwitch />
        </div>
      </header>
      <main id="main" className={classes.main}>
        <div className={classes.card}>
          <Title order={1} size="h2">
            {title}
          </Title>
          {intro && <p className={classes.intro}>{intro}</p>}
          {children}
        </div>
      </main>
    </div>
  );
}
