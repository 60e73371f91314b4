package dev.grassmann.compare.units;

import dev.grassmann.core.Option;

/** How mutual information is estimated. */
public record InformationOptions(
    @Option(
            help = "rows drawn for mutual information, where there are more",
            min = 100,
            max = 1 << 24,
            unit = "rows")
        int miRows,
    @Option(
            help =
                "partners of each unit, by correlation, whose mutual information is looked at; 0"
                    + " for all",
            min = 0,
            max = 1 << 20)
        int miPartners) {}
