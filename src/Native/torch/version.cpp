extern "C" int clipper_torch_abi() { return 1; }
