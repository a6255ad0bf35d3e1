using System.Collections.Concurrent;
using System.Collections.Immutable;
using PartnerTrust.Protocol.Messages;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>Unit tests of programs, without an engine.</summary>
public sealed partial class Deployment
{
    public static Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null)
        where TStack : Stack, new() =>
        TestStackAsync(mocks, options, () => new TStack());

    public static Task<ImmutableArray<Resource>> TestWithServiceProviderAsync<TStack>(
        IMocks mocks, IServiceProvider serviceProvider, TestOptions? options = null)
        where TStack : Stack =>
        TestStackAsync(mocks, options, () => Resolve<TStack>(serviceProvider));

    public static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<Task<IDictionary<string, object?>>> createResources)
    {
        var resources = await TestStackAsync(testMocks, testOptions, () => new TestStack(createResources));
        return ([.. resources.Where(resource => resource is not TestStack)], resources.OfType<TestStack>().Single().Results);
    }

    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<IDictionary<string, object?>> createResources) =>
        TestAsync(testMocks, testOptions, () => Task.FromResult(createResources()));

    public static async Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Func<Task> createResources)
    {
        var (resources, _) = await TestAsync(testMocks, testOptions, async Task<IDictionary<string, object?>> () =>
        {
            await createResources();
            return NoOutputs();
        });
        return resources;
    }

    public static async Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Action createResources)
    {
        var (resources, _) = await TestAsync(testMocks, testOptions, IDictionary<string, object?> () =>
        {
            createResources();
            return NoOutputs();
        });
        return resources;
    }

    /// <summary>Stays async: the ambient run must end with this call and not leak into the test.</summary>
    private static async Task<ImmutableArray<Resource>> TestStackAsync(IMocks mocks, TestOptions? options, Func<Stack> createStack)
    {
        var settings = DeploymentSettings.ForTest(options);
        var monitor = new MockMonitor(mocks, settings);
        var errors = new ConcurrentQueue<string>();
        var run = new ProgramRun(settings, monitor, request =>
        {
            if (request.Severity == LogSeverity.Error)
            {
                errors.Enqueue(request.Message);
            }

            return Task.CompletedTask;
        });
        run.Enter();
        await ProgramRunner.RunAsync(run, createStack, registerProperties: true);
        return errors.Count switch
        {
            0 => [.. monitor.Resources],
            1 => throw new RunException(errors.Single()),
            _ => throw new AggregateException(errors.Select(error => new RunException(error))),
        };
    }
}
