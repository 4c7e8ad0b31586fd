story     Nobody knows whether the node is ready
why       F13, rule 2: a fact that is not known blocks the restart, and never the mail.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn

00:02  nodes unseen
00:12  frigate sick
01:12  nodes seen
02:00  end

must      told within 15 minutes

seen
00:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:20  frigate DEGRADED -> ALERTED, not repaired: nobody says whether node still-fawn is Ready
00:20  mail: frigate: down
01:20  frigate ALERTED -> REMEDIATING, repairing: restart, attempt 1
01:20  restart of frigate (restart)
01:25  frigate REMEDIATING -> RECOVERED, passing again, not yet trusted: 1 of 2
01:30  frigate RECOVERED -> HEALTHY, recovered: incident frigate-r4-20260101T001500Z is over
01:30  mail: frigate: recovered
in all  2 mails, 1 restart
