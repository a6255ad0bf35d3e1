namespace Pulumi;

/// <summary>An output seen without its type, as the serializer meets it.</summary>
internal interface IOutput
{
    Task<OutputData<object?>> GetDataAsync();
}
