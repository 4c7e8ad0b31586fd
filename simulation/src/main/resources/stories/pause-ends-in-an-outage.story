story     A pause ends while it is down
why       Rule 15: what fails after the pause is confirmed, told and repaired as if it had just begun.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn

00:02  frigate paused for 1h
00:12  frigate sick
02:00  end

must      never mail between 00:00 and 01:00
must      at most 1 restarts per day

seen
01:10  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
01:15  frigate DEGRADED -> ALERTED -> REMEDIATING, repairing: restart, attempt 1
01:15  mail: frigate: down
01:15  restart of frigate (restart)
01:20  frigate REMEDIATING -> RECOVERED, passing again, not yet trusted: 1 of 2
01:25  frigate RECOVERED -> HEALTHY, recovered: incident frigate-r15-20260101T011000Z is over
01:25  mail: frigate: recovered
in all  2 mails, 1 restart
