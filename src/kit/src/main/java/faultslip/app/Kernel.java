package faultslip.app;

import picocli.CommandLine.Command;

/** The Jupyter kernel. */
@Command(name = "kernel", mixinStandardHelpOptions = true, description = "The Java kernel for Jupyter.",
    subcommands = KernelInstall.class, synopsisSubcommandLabel = "install")
final class Kernel {}
