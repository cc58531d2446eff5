// The seed, the gradient mode of a thread and the memory of the process are shared by all tests here.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
