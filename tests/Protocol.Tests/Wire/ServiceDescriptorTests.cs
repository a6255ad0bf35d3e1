using Google.Protobuf.Reflection;
using PartnerTrust.Protocol.Clients;
using PartnerTrust.Protocol.Messages;

namespace PartnerTrust.Protocol.Tests.Wire;

public sealed class ServiceDescriptorTests
{
    public static TheoryData<ServiceDescriptor, Type> Clients => new()
    {
        { ProviderReflection.Descriptor.Services[0], typeof(ResourceProviderClient) },
        { ResourceReflection.Descriptor.Services[0], typeof(ResourceMonitorClient) },
        { EngineReflection.Descriptor.Services[0], typeof(EngineClient) },
        { CallbackReflection.Descriptor.Services[0], typeof(CallbacksClient) },
    };

    [Theory]
    [MemberData(nameof(Clients))]
    public void A_client_has_each_method_of_its_service(ServiceDescriptor service, Type client)
    {
        var methods = client.GetMethods().Where(method => method.DeclaringType == client).Select(method => method.Name);

        Assert.Equal(service.Methods.Select(method => method.Name + "Async").Order(), methods.Order());
    }
}
