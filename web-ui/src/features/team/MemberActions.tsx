import { isProblem } from "@ganglion/client";
import { ActionIcon, Badge, Menu, Select } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconArrowsExchange, IconDotsVertical, IconUserMinus } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { called, membersQuery, type TeamMember } from "../../lib/members";
import { can, type Member, mayGive, meQuery, ROLES, type Role } from "../../lib/session";
import { Confirm } from "../../ui/Confirm";
import { changeRole, remove, transfer } from "./api";

type Props = { me: Member; one: TeamMember };

/** A member's role, to change where one may, and what else can be done about them. */
export function MemberActions({ me, one }: Props) {
  const client = useQueryClient();
  const [asked, setAsked] = useState<"remove" | "transfer">();
  const who = called(one);
  const again = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: membersQuery.queryKey }),
      client.invalidateQueries({ queryKey: meQuery.queryKey }),
    ]);
  const change = useMutation({
    mutationFn: (role: Role) => changeRole(one.id, role),
    onSuccess: (now) => notifications.show({ message: `${who} is ${now.role} now.` }),
    onError: (problem) =>
      isProblem(problem) && notifications.show({ color: "red", title: problem.title, message: problem.detail }),
    onSettled: again,
  });

  const myself = one.id === me.person.id;
  if (!can(me, "members:write") || !mayGive(me.role, one.role) || (myself && one.role !== "owner")) {
    return (
      <Badge variant="default" size="lg">
        {one.role}
      </Badge>
    );
  }
  const mayTransfer = can(me, "tenant:delete") && one.kind === "person" && !myself;
  return (
    <>
      <Select
        aria-label={`Role of ${who}`}
        size="xs"
        w={120}
        allowDeselect={false}
        data={ROLES.filter((role) => mayGive(me.role, role) && !(role === "owner" && one.kind === "service"))}
        value={change.isPending ? (change.variables ?? one.role) : one.role}
        disabled={change.isPending}
        onChange={(role) => role && role !== one.role && change.mutate(role)}
      />
      {!myself && (
        <Menu>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size="md" aria-label={`More about ${who}`}>
              <IconDotsVertical size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {mayTransfer && (
              <Menu.Item leftSection={<IconArrowsExchange size={16} />} onClick={() => setAsked("transfer")}>
                Transfer ownership
              </Menu.Item>
            )}
            <Menu.Item leftSection={<IconUserMinus size={16} />} onClick={() => setAsked("remove")}>
              Take out of the tenant
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      {asked === "remove" && (
        <Confirm
          title={`Take ${who} out?`}
          what="From their next request on they may do nothing here. API keys they made go on working: revoke those apart."
          act="Take out"
          danger
          onConfirm={() => remove(one.id).then(again)}
          onClose={() => setAsked(undefined)}
        />
      )}
      {asked === "transfer" && (
        <Confirm
          title={`Make ${who} the owner?`}
          what="You become an admin. Only they can make you an owner again."
          act="Transfer ownership"
          danger
          onConfirm={() => transfer(one.id).then(again)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}
