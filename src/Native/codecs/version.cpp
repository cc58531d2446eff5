extern "C" int clipper_codecs_abi() { return 1; }
