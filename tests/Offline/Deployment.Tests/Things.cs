using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Tests;

/// <summary>What programs declare of <see cref="FakeProvider"/>.</summary>
internal static class Things
{
    public static Task<RegisterResourceResponse> ThingAsync(
        this TestStack stack, string name, params (string Key, PropertyValue Value)[] inputs) => stack.ThingAsync(name, _ => { }, inputs);

    public static Task<RegisterResourceResponse> ThingAsync(
        this TestStack stack, string name, Action<RegisterResourceRequest> options, params (string Key, PropertyValue Value)[] inputs) =>
        stack.ResourceAsync("fake:index:Thing", name, options, inputs);
}
