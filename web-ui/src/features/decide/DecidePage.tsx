import { Button, Group, Text, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";
import { useState } from "react";
import { Confirm } from "../../ui/Confirm";
import { FrontPage } from "../../ui/FrontPage";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { RowsLoading } from "../../ui/Rows";
import { type Asked, askedQuery, type Decided, type Decision, decide, TOKEN } from "./api";
import { Question } from "./Question";

const LONGEST = 2_000;
const WORDS = {
  approve: { title: "Approve this?", what: "The run goes on with exactly what is shown.", act: "Approve" },
  reject: { title: "Reject this?", what: "What is asked is not done.", act: "Reject" },
} as const satisfies Record<Decision, object>;

/** The link's token, which stands behind the # so that nobody's log has it. Other marks don't take its place. */
function useToken(): string {
  const { hash } = useLocation();
  const [token, setToken] = useState("");
  if (hash.startsWith(TOKEN) && hash !== token) setToken(hash);
  return token;
}

/** Where a link leads that decides without signing in. Nothing is decided before somebody says so. */
export function DecidePage() {
  const token = useToken();
  const asked = useQuery(askedQuery(token));
  const [decided, setDecided] = useState<Decided>();
  if (decided) return <Done decided={decided} />;
  if (!token || asked.error) {
    return (
      <FrontPage title="This link opens nothing">
        {asked.error ? (
          <ProblemAlert error={asked.error} />
        ) : (
          <Text>A part of it is missing. Open it as it stands in the message that brought it.</Text>
        )}
        <ToAttention />
      </FrontPage>
    );
  }
  if (!asked.data) {
    return (
      <FrontPage title="What is asked">
        <RowsLoading />
      </FrontPage>
    );
  }
  return (
    <FrontPage title={asked.data.title} intro={<>A run of {asked.data.tenant} asks for approval.</>}>
      <Question asked={asked.data} />
      {asked.data.state === "PENDING" ? (
        <Answer key={token} token={token} asked={asked.data} onDecided={setDecided} />
      ) : (
        <>
          <Text>It is {asked.data.state.toLowerCase()}, and nobody can decide it any more.</Text>
          <ToAttention />
        </>
      )}
    </FrontPage>
  );
}

type Answering = { token: string; asked: Asked; onDecided: (decided: Decided) => void };

function Answer({ token, asked, onDecided }: Answering) {
  const [comment, setComment] = useState("");
  const [deciding, setDeciding] = useState<Decision>();
  return (
    <>
      <Textarea
        label="Comment"
        description="Why, for the record and the workflow; may be left out"
        maxLength={LONGEST}
        rows={3}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
      <Group gap="sm">
        <Button onClick={() => setDeciding("approve")}>Approve…</Button>
        <Button variant="default" onClick={() => setDeciding("reject")}>
          Reject…
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        This link was sent to {asked.sent_to}. It decides once, and that is noted.
      </Text>
      {deciding && (
        <Confirm
          title={WORDS[deciding].title}
          what={
            <>
              <strong>{asked.title}</strong>
              <br />
              {WORDS[deciding].what} A decision never changes.
            </>
          }
          act={WORDS[deciding].act}
          danger={deciding === "reject"}
          onConfirm={() => decide(token, deciding, comment.trim()).then(onDecided)}
          onClose={() => setDeciding(undefined)}
        />
      )}
    </>
  );
}

function Done({ decided }: { decided: Decided }) {
  const approved = decided.state === "APPROVED";
  return (
    <FrontPage title={approved ? "Approved" : "Rejected"}>
      <Text role="status">
        {approved ? "The run goes on with exactly what was shown." : "What was asked is not done."} This link decides
        nothing more.
      </Text>
    </FrontPage>
  );
}

function ToAttention() {
  return (
    <Text>
      <Link to="/attention">Sign in to see what waits for you</Link>
    </Text>
  );
}
