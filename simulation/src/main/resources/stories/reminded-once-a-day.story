story     Still down, and somebody wants to hear it every day
why       A reminder is asked for, and comes so often and no oftener.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn
policy    remindEvery 1d

00:12  node still-fawn down
day 4
00:00  end

must      at most 2 mails per day

seen
00:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it does not answer
00:20  frigate DEGRADED -> ALERTED, not repaired: node still-fawn is not Ready
00:20  mail: frigate: down
day 2
00:20  mail: frigate: still down
day 3
00:20  mail: frigate: still down
in all  3 mails, 0 restarts
