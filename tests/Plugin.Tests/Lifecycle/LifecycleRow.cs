using System.Collections.Immutable;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Lifecycle;

/// <summary>What the lifecycle of one resource is made of.</summary>
/// <param name="Type">Last part of the token.</param>
/// <param name="Id">By which it is imported; null where it differs from run to run.</param>
/// <param name="Program">What the program writes.</param>
internal sealed record LifecycleRow(string Type, string? Id, PropertyMap Program)
{
    public const string Name = "it";

    /// <summary>What has to be there first.</summary>
    public ImmutableArray<(string Type, string Name, PropertyMap Inputs)> Before { get; init; } = [];

    /// <summary>The program with one input changed, and the path at which that shows.</summary>
    public required (string Path, PropertyMap Program) Changed { get; init; }

    /// <summary>The program with one input changed that replaces, and the path at which that shows.</summary>
    public required (string Path, PropertyMap Program) Replaced { get; init; }

    /// <summary>The same where the servers have the say of what is there, and what they need for it; null where that makes no difference.</summary>
    public (Func<DeployedStack, Task> Prepare, string Path, PropertyMap Program)? ReplacedRemotely { get; init; }

    /// <summary>A change behind the stack's back, and the paths at which a refresh shows it and the next update puts it right.</summary>
    public required (Func<DeployedStack, Task> Change, ImmutableArray<string> Shown, ImmutableArray<string> Repaired) Drift { get; init; }

    /// <summary>Where a program that can be drifted from has to be stricter than <see cref="Program"/>.</summary>
    public PropertyMap? Strict { get; init; }

    /// <summary>Whether anybody can tell that it is gone: settings are never, and a check leaves nothing.</summary>
    public bool CanBeGone { get; init; } = true;

    /// <summary>What of a drift only a store can show, for it alone keeps an item.</summary>
    public ImmutableArray<string> ShownByStores { get; init; } = [];

    /// <summary>Whether servers forget what was asked for, so that an import on them writes something else.</summary>
    public bool IsForgotten { get; init; }

    /// <summary>Whether the servers keep it up by themselves, where no engine does it for them.</summary>
    public bool IsTheServersOwn { get; init; }

    public (Func<DeployedStack, Task> Prepare, string Path, PropertyMap Program) ReplacedOn(EngineKind kind) =>
        kind != EngineKind.Embedded && ReplacedRemotely is { } remotely ? remotely : (_ => Task.CompletedTask, Replaced.Path, Replaced.Program);

    /// <summary>The row as it can be had there.</summary>
    public LifecycleRow On(EngineKind kind) => kind.BindsTokenServers()
        ? this
        : this with { Before = Before.RemoveAll(other => other.Type == "CertificateBinding" && other.Name.StartsWith("sts", StringComparison.Ordinal)) };

    public bool CanBeGoneOn(EngineKind kind) => CanBeGone && !(kind != EngineKind.Embedded && IsTheServersOwn);

    /// <summary>The row's program as the host runs it.</summary>
    public Func<TestStack, Task> Declare(PropertyMap program, Action<RegisterResourceRequest>? options = null, string name = Name) => async stack =>
    {
        var dependencies = await DeclareBeforeAsync(stack);
        await stack.ResourceAsync(PackageTokens.Of(Type), name, request =>
        {
            request.Dependencies.AddRange(dependencies);
            options?.Invoke(request);
        }, [.. program.Select(input => (input.Key, input.Value))]);
    };

    /// <summary>The program without the resource.</summary>
    public Func<TestStack, Task> DeclareOthers() => DeclareBeforeAsync;

    private async Task<IReadOnlyList<string>> DeclareBeforeAsync(TestStack stack)
    {
        var urns = new List<string>();
        foreach (var (type, name, inputs) in Before)
        {
            var registered = await stack.ResourceAsync(
                PackageTokens.Of(type), name, request => request.Dependencies.AddRange(urns), [.. inputs.Select(input => (input.Key, input.Value))]);
            urns.Add(registered.Urn);
        }

        return urns;
    }
}
