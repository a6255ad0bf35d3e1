using PartnerTrust.Protocol.Properties;
using Pulumi.Testing;

namespace Pulumi.PartnerTrust.Testing;

/// <summary>A registration as the provider sees it; it has an id only if it is to be looked up.</summary>
internal sealed record ResourceCall(string Urn, string Type, string Name, PropertyMap Inputs, string? Id, bool IsPreview)
{
    public static ResourceCall Of(MockResourceArgs args) => new(
        UrnOf(args.Type!, args.Name!),
        args.Type!,
        args.Name!,
        PlainValues.ToProperties(args.Inputs),
        string.IsNullOrEmpty(args.Id) ? null : args.Id,
        Deployment.Instance.IsDryRun);

    public static string UrnOf(string type, string name) =>
        $"urn:pulumi:{Deployment.Instance.StackName}::{Deployment.Instance.ProjectName}::{type}::{name}";
}
