story     The night of the incident
why       A node was down for maintenance; a checker restarted what could run nowhere and mailed every five minutes.

starts    2026-11-22 21:50
interval  5m
target    frigate on still-fawn, starts in 7m

22:03  node still-fawn down
day 2
01:11  node still-fawn up
01:50  end

must      at most 2 mails per day
must      no restart while its node is down
must      told within 15 minutes

seen
22:05  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it does not answer
22:10  frigate DEGRADED -> ALERTED, not repaired: node still-fawn is not Ready
22:10  mail: frigate: down
day 2
01:20  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
01:25  frigate RECOVERED -> HEALTHY, recovered: incident frigate-r4-20261122T220500Z is over
01:25  mail: frigate: recovered
in all  2 mails, 0 restarts
