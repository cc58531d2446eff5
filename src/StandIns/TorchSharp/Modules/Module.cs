using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A node of a model: it holds parameters, buffers and other modules by name, and owns them.</summary>
        public partial class Module : IDisposable
        {
            private readonly string _name;
            private bool _training = true;
            private readonly OrderedDictionary<string, Module> _modules = [];
            private readonly OrderedDictionary<string, Parameter> _parameters = [];
            private readonly OrderedDictionary<string, (Tensor Tensor, bool Persistent)> _buffers = [];

            protected Module(string name) => _name = name;

            /// <summary>True until <see cref="eval"/>: dropout drops.</summary>
            public virtual bool training => _training;

            public virtual string GetName() => _name;

            /// <summary>Sets this module and all below it to compute for use, not for training.</summary>
            public virtual void eval() => train(false);

            public virtual void train(bool train = true)
            {
                _training = train;
                foreach (var child in _modules.Values) child.train(train);
            }

            /// <summary>Removes the gradients of every parameter, or fills them with 0.</summary>
            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (var parameter in parameters())
                {
                    using var gradient = parameter.grad;
                    if (gradient is null) continue;
                    if (set_to_none) parameter.grad = null;
                    else gradient.zero_();
                }
            }

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
                if (!disposing) return;
                foreach (var parameter in _parameters.Values) parameter.Dispose();
                foreach (var (buffer, _) in _buffers.Values) buffer.Dispose();
                foreach (var module in _modules.Values) module.Dispose();
            }
        }
    }
}
