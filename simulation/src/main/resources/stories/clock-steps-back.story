story     The clock steps back two hours
why       F84: spans are zero, never negative; limits need rounds too.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn

00:12  frigate sick
00:33  clock steps back 2h
02:00  end

must      at most 2 restarts per hour

seen
00:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:20  frigate DEGRADED -> ALERTED -> REMEDIATING, repairing: restart, attempt 1
00:20  mail: frigate: down
00:20  restart of frigate (restart)
00:25  frigate REMEDIATING -> RECOVERED, passing again, not yet trusted: 1 of 2
00:30  frigate RECOVERED -> HEALTHY, recovered: incident frigate-r4-20260101T001500Z is over
00:30  mail: frigate: recovered
in all  2 mails, 1 restart
