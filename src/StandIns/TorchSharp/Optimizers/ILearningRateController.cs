namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Holds a learning rate that a scheduler changes.</summary>
        public interface ILearningRateController
        {
            double LearningRate { set; get; }

            double InitialLearningRate { set; get; }
        }
    }
}
