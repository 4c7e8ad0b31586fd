story     A sick pod on a cordoned node
why       F51: a restart would leave it Pending, so it waits until the node is open again.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn

00:02  node still-fawn cordoned
00:12  frigate sick
02:01  node still-fawn up
03:00  end

must      no pointless restart
must      told within 15 minutes

seen
00:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:20  frigate DEGRADED -> ALERTED, not repaired: node still-fawn is cordoned
00:20  mail: frigate: down
02:10  frigate ALERTED -> REMEDIATING, repairing: restart, attempt 1
02:10  restart of frigate (restart)
02:15  frigate REMEDIATING -> RECOVERED, passing again, not yet trusted: 1 of 2
02:20  frigate RECOVERED -> HEALTHY, recovered: incident frigate-r4-20260101T001500Z is over
02:20  mail: frigate: recovered
in all  2 mails, 1 restart
