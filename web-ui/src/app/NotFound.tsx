import { Link } from "@tanstack/react-router";
import { FrontPage } from "../ui/FrontPage";

export function NotFound() {
  return (
    <FrontPage title="There is no such page">
      <p>
        The address is wrong, or the page is gone. <Link to="/">Go to the start</Link>
      </p>
    </FrontPage>
  );
}
