using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            private bool _registered;

            /// <summary>Adds a module under a name.</summary>
            /// <exception cref="ArgumentException">The name is empty or has a dot.</exception>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_module(string name, Module submodule)
            {
                if (submodule is null)
                {
                    _modules.Remove(name);
                    return;
                }

                if (name.Contains('.')) throw new ArgumentException($"module name can't contain \".\", got: {name}");
                if (name.Length == 0) throw new ArgumentException("module name can't be empty string \"\"");
                if (_modules.ContainsKey(name))
                {
                    throw new InvalidOperationException($"Sub-module {name} is already registered.");
                }

                submodule.RegisterComponents();
                _modules.Add(name, submodule);
            }

            public virtual void register_parameter(string name, Parameter param)
            {
                ArgumentNullException.ThrowIfNull(param);
                if (!_parameters.TryAdd(name, param))
                {
                    throw new InvalidOperationException($"Parameter {name} is already registered.");
                }
            }

            /// <summary>Adds a tensor that is not trained; one that is not persistent is not listed either.</summary>
            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                if (!_buffers.TryAdd(name, (tensor, persistent)))
                {
                    throw new InvalidOperationException($"Tensor {name} is already registered.");
                }
            }

            /// <summary>
            /// Adds what the fields of this object hold, each under its field's name. Call it in the constructor.
            /// </summary>
            protected virtual void RegisterComponents()
            {
                if (_registered) return;
                foreach (var field in FieldsOf(GetType())) RegisterField(field.Name, field.GetValue(this));
                _registered = true;
            }

            /// <summary>A parameter by its name, or null.</summary>
            internal Parameter? Owned(string name) => _parameters.GetValueOrDefault(name);

            /// <summary>Puts a parameter in the place of another, which is disposed; null only removes that.</summary>
            internal void Own(string name, Parameter? value)
            {
                var before = Owned(name);
                if (ReferenceEquals(before, value)) return;
                before?.Dispose();
                if (value is null) _parameters.Remove(name);
                else _parameters[name] = (Parameter)value.DetachFromDisposeScope();
            }

            private void RegisterField(string name, object? value)
            {
                if (_modules.ContainsKey(name) || _parameters.ContainsKey(name) || _buffers.ContainsKey(name)) return;
                if (value is Module module) register_module(name, module);
                else if (value is Parameter parameter) register_parameter(name, parameter);
                else if (value is Tensor tensor) register_buffer(name, tensor);
            }

            // Fields of the type itself first, then of its bases; a name counts once.
            private static IEnumerable<FieldInfo> FieldsOf(Type type)
            {
                const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;
                var seen = new HashSet<string>(StringComparer.Ordinal);
                for (var level = type; level is not null && level != typeof(object); level = level.BaseType)
                {
                    foreach (var field in level.GetFields(All))
                    {
                        if (seen.Add(field.Name)) yield return field;
                    }
                }
            }
        }
    }
}
