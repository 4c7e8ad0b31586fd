story     A restart that makes it worse
why       Attempts are counted and a human is asked: no restart mends what restarts have broken.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn

00:02  restarting frigate makes it worse
00:12  frigate sick
06:00  end

must      at most 2 restarts per hour
must      at most 2 mails per day

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
in all  2 mails, 3 restarts
