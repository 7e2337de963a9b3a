import { Outlet } from "@tanstack/react-router";
import classes from "./Root.module.css";

export function Root() {
  return (
    <>
      <a className={classes.skip} href="#main">
        Skip to the content
      </a>
      <Outlet />
    </>
  );
}
