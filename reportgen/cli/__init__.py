"""Commands of the command line, a file a family. Each reads its arguments, calls one function, shows what comes out."""
