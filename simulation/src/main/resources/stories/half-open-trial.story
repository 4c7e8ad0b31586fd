story     A trial after a long pause
why       Rule 10: with trialAfter, one more attempt is made long after a human was asked.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn
policy    trialAfter 1d

00:12  restarting frigate does nothing
00:12  frigate sick
day 2
12:00  restarting frigate helps
23:00  end

must      at most 2 restarts per hour

seen
00:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:20  frigate DEGRADED -> ALERTED -> REMEDIATING, repairing: restart, attempt 1
00:20  mail: frigate: down
00:20  restart of frigate (restart)
00:30  frigate REMEDIATING -> ALERTED, failures are confirmed afresh before acting: 1 of 2
00:35  frigate ALERTED -> REMEDIATING, repairing: restart, attempt 2
00:35  restart of frigate (restart)
00:45  frigate REMEDIATING -> ALERTED, failures are confirmed afresh before acting: 1 of 2
01:20  frigate ALERTED -> REMEDIATING, repairing: restart, attempt 3
01:20  restart of frigate (restart)
01:30  frigate REMEDIATING -> ALERTED, all attempts of this incident are spent: 3 attempts
01:30  mail: frigate: gave up
day 2
01:30  frigate ALERTED -> REMEDIATING, repairing: restart, attempt 4
01:30  restart of frigate (restart)
01:40  frigate REMEDIATING -> ALERTED, gave up, a human is needed: 4 attempts did not help
in all  2 mails, 4 restarts
