using Mono.Cecil;

namespace PartnerTrust.Architecture.Tests;

/// <summary>Every type that a type mentions.</summary>
internal sealed class TypeUses
{
    private readonly HashSet<TypeReference> found = [];

    public TypeUses(TypeDefinition type)
    {
        Add(type.BaseType);
        foreach (var implemented in type.Interfaces)
        {
            Add(implemented.InterfaceType);
        }

        foreach (var field in type.Fields)
        {
            Add(field.FieldType);
        }

        foreach (var method in type.Methods)
        {
            Add(method);
        }

        foreach (var attribute in type.CustomAttributes)
        {
            Add(attribute.AttributeType);
        }
    }

    public IEnumerable<TypeReference> All => found;

    private void Add(MethodDefinition method)
    {
        AddSignature(method);
        if (!method.HasBody)
        {
            return;
        }

        foreach (var variable in method.Body.Variables)
        {
            Add(variable.VariableType);
        }

        foreach (var handler in method.Body.ExceptionHandlers)
        {
            Add(handler.CatchType);
        }

        foreach (var operand in method.Body.Instructions.Select(instruction => instruction.Operand))
        {
            AddOperand(operand);
        }
    }

    private void AddOperand(object? operand)
    {
        switch (operand)
        {
            case TypeReference type:
                Add(type);
                break;
            case MethodReference called:
                Add(called.DeclaringType);
                AddSignature(called);
                break;
            case FieldReference field:
                Add(field.DeclaringType);
                Add(field.FieldType);
                break;
        }
    }

    private void AddSignature(MethodReference method)
    {
        Add(method.ReturnType);
        foreach (var parameter in method.Parameters)
        {
            Add(parameter.ParameterType);
        }

        if (method is GenericInstanceMethod generic)
        {
            foreach (var argument in generic.GenericArguments)
            {
                Add(argument);
            }
        }
    }

    private void Add(TypeReference? type)
    {
        switch (type)
        {
            case null or GenericParameter:
                break;
            case GenericInstanceType generic:
                Add(generic.ElementType);
                foreach (var argument in generic.GenericArguments)
                {
                    Add(argument);
                }

                break;
            case TypeSpecification specification:
                Add(specification.ElementType);
                break;
            default:
                found.Add(type);
                break;
        }
    }
}
