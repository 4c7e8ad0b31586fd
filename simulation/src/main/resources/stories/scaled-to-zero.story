story     Scaled to zero on purpose
why       F62: it is neither down nor makes it blind, and nobody is told.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn

00:03  frigate off
04:00  frigate on
05:00  end

must      at most 0 mails per day
must      at most 0 restarts per day

seen
in all  0 mails, 0 restarts
